/// Leads of roofs, and whether their homeowners want to be called at all.
package dev.ringback.roofing.lead;
