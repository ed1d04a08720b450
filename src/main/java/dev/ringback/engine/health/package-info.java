/// Whether this instance can work. Postgres missing is down; Redis missing is degraded, because it is only speed; so are clocks
/// that are apart, because then leases and sends go by different times.
package dev.ringback.engine.health;
