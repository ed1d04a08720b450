/// How contractor leads answer, and whether they want to be written to at all.
package dev.ringback.bids.engagement;
