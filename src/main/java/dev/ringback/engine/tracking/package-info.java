/// Which mails were opened and which of their links were followed, by people.
///
/// ```
///   pixel, link ─▶ hit, stored before the answer ─▶ judged ─┬─▶ a person's: the message is opened or clicked
///                                                           └─▶ a machine's: kept, and counted nowhere
/// ```
///
/// Owns `engine.tracking_hit`. A template says whether its mails are tracked; none is unless it says so (GDPR, article 25(2)), and plain
/// text never is. Where a link leads stands in its signed token, so that nobody can make it lead elsewhere.
///
/// We judge a hit half a minute after it came, not at once, because what gives a scanner away is the next link that it follows. We
/// measure from when the mail was sent, not from when it was delivered, because that report may come late, and the verdict must not
/// depend on it. We set no link that only machines see, because spam filters look for those. We keep no network addresses: no rule asks
/// for one.
package dev.ringback.engine.tracking;
