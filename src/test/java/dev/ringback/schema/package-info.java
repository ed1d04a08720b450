/// The schema as a whole, held against what was promised of it: the documents' tables, statements and definitions
/// (`src/test/resources/seeds`), Splinter's checks, the plans of hot queries, and the migrations as a set. What can differ
/// between servers runs on the embedded PostgreSQL 17 and, by [Postgres15Test], on Debian's PostgreSQL 15.
package dev.ringback.schema;
