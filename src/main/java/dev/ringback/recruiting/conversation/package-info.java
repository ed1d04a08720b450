/// Sessions as the engine's partners in conversation: whose an arrival is, what is shown of each message, and what is said next.
///
/// ```
///   arrival ─▶ session (newest active of the two numbers, else newest, else new) ─▶ chat row, reminders reset
///           ─▶ answer to the question last asked ─▶ objective ─▶ next question | closing message | silence
///                                                             └─ not done, and the campaign has a prompt and there is a model ─▶ its words
/// ```
///
/// Owns `recruiting.chat_history`, a projection of `engine.message`: a message appears when its provider has taken it, and its status only rises.
///
/// - A question that was planned and not yet sent when somebody writes again is taken back with everything else and asked anew, so that
///   two messages at the same moment bring one question.
/// - A model gets the campaign's texts as its instruction and the conversation as material. Of its answer we take one value, of the objective
///   that was asked for, and words that point nowhere but where the campaign's texts do: so a candidate who talks it into something has talked
///   to himself. When there is no answer or none that may be said, the questions go on; `SendPolicy` decides about either alike.
/// - What ended stays ended: a message to an ended session is kept and shown, and answered by a person alone.
package dev.ringback.recruiting.conversation;
