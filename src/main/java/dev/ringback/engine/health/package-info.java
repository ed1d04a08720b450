/// Whether this instance can work. Postgres missing is down; Redis missing is degraded, because it is only speed.
package dev.ringback.engine.health;
