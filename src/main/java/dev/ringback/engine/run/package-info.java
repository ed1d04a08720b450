/// Jobs: idempotent functions under `jobs/<name>`, called by pg_cron, a platform's scheduler or our own, in any number and
/// at once.
package dev.ringback.engine.run;
