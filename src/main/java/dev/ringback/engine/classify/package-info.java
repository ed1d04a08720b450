/// Reads what a person wrote, by rules: opt-out, keyword, automatic reply, language, signals of a lead.
///
/// ```
///   raw text ──QuotedText.strip──▶ own words ──FoldedText──▶ sentences ──tables of rules──▶ answer + rule ids
/// ```
///
/// Every function here is pure and static: no clock, no I/O, no state but compiled patterns, which are read from the
/// `.rules` files once. Each rule has a stable id (`optout.en.stop-contact`) and each set a version, so that a stored
/// verdict can be explained later.
///
/// - Phrases are files and not code, because who reviews them knows the language and not Java. They are compiled in, not
///   read from a table, because a verdict's version must name the words that made it.
/// - The tables of all languages are read for an opt-out, whatever language was detected, because a wrong guess on
///   "STOP" or on a two-word text must not cost a person his no.
/// - We blank out phrases that only look like an opt-out ("why did you stop writing to me") and read the rest, instead
///   of letting one phrase veto the message, because a message may hold both. Phrases about somebody else's mail, or
///   about our silence ("you don't text me anymore"), are blanked out too and leave doubt.
/// - `UNSURE` is an answer: sending is held and a human asked. We don't force a yes or no, because a wrong yes loses a
///   customer and a wrong no breaks the law.
/// - We fold accents and ligatures away and write short forms out ("msg", "jveux", "nix") before matching, because phones
///   write "desinscrire", and because a phrase that names each spelling can be reviewed by nobody.
package dev.ringback.engine.classify;
