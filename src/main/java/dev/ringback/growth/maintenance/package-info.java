/// Keeps the pack's tables in order: leads that nobody touched for a year are archived, test data is found, confirmed and purged,
/// and the tables' sizes are told.
///
/// Test data is purged by id after a dry run whose digest the purge repeats, not by "whatever is a test now": what a human looked at is
/// what goes. In SQL the service may still delete in bulk, as the document shows.
package dev.ringback.growth.maintenance;
