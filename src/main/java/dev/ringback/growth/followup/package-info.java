/// Reminds a lead that its client tagged `Follow-Up`, rung by rung, until there is an answer.
///
/// ```
///   tag Follow-Up ─trigger─▶ work growth.follow-up ─▶ FollowUpPolicy ─▶ wait | message planned, then the next rung | stop
/// ```
///
/// Each time that a lead becomes Follow-Up is one ladder, named by its instant. An answer by any channel or form ends it, and so
/// does any other tag: the row's trigger then cancels what is planned, because a policy asked again at departure knows the lead,
/// not what the message was for.
///
/// The distance between two rungs counts from when the last was written, not from the ladder's foot: after an outage nobody gets
/// three reminders at once.
package dev.ringback.growth.followup;
