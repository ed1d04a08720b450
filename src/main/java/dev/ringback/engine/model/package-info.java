/// The optional model: an OpenAI-compatible endpoint behind one interface.
///
/// ```
///   Question ─▶ Model ─▶ its answer, checked against the question's schema ─▶ Given(model, confidence, values) │ None(reason)
/// ```
///
/// Owns `engine.model_answer`.
///
/// - Off unless configured, and asked only where rules found nothing: who asks has another way for `None`. So the product is whole without
///   a model, and as whole when the model is down.
/// - A person's text goes to it as material, in a message of its own, and what comes back are the values that were asked for and no others.
///   What they are good for is decided by whoever asked, in code: a text can make a model lie, not act.
/// - It never decides an opt-out: that is the rules' and a human's, and no question here asks for one.
/// - We validate the answer ourselves, with a well-kept library, and don't rely on the endpoint's strict mode, because not every endpoint has
///   one, and those that have one refuse schemas that bound a text's length.
package dev.ringback.engine.model;
