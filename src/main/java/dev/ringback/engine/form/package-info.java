/// Messages through the form on somebody's page.
///
/// ```
/// fetch the page → find the form → fill it → submit → prove what came of it
/// ```
///
/// We fill a form only where a browser without scripts could: hidden fields, cookies and defaults are kept, what is required and
/// unknown refuses the message, and so does a captcha. A submission counts as sent when the page afterwards says so in words, or
/// by its address, that were not there before; a page that says neither leaves it open, and is never asked again by itself.
package dev.ringback.engine.form;
