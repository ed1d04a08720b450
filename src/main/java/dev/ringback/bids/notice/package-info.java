/// What the marketplace tells its people inside the product.
///
/// Owns `bids.notifications`.
package dev.ringback.bids.notice;
