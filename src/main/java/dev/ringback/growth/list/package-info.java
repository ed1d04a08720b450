/// A client looks at its leads: one, many by filters and cursor, and everything that happened with one.
///
/// Pages are by last submission, the latest first, and walk an index for each client, with and without a tag; a filter
/// beside the tag is looked at row by row.
package dev.ringback.growth.list;
