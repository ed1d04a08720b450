/// What we say by ourselves to a STOP, a START or a HELP.
///
/// ```
///   STOP of somebody who was not stopped ─▶ one confirmation, within minutes or never
///   START that ended something ─▶ a confirmation        HELP ─▶ the tenant's help
/// ```
///
/// Whether somebody was stopped before is asked under the tenant's lock of noes, so that two STOPs at once are answered once. Where the
/// carrier answers these words itself (Twilio does unless told otherwise) we say nothing. Two robots that answer each other are parted
/// by policy (`answer_rate`), which counts what said itself.
package dev.ringback.engine.courtesy;
