/// What tests share: the servers, a database per run, and sessions in anybody's name.
package dev.ringback.testing;
