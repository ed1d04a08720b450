/// Asks the optional model about leads in whose messages the rules found no intent.
///
/// ```
///   lead read by rules ─ intent other ─▶ work growth.enrich ─▶ Model ─▶ sure enough: intent, tone and urgency of the lead │ else as the rules say
/// ```
///
/// Without a model nothing is enqueued. The answer to the lead doesn't wait for it: that is planned by the rules' reading, and a model
/// that is slow or down delays nobody. It is not asked whether somebody said no, and changes nothing where the person has written again.
package dev.ringback.growth.enrichment;
