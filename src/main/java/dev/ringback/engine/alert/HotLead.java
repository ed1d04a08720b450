package dev.ringback.engine.alert;

import java.util.List;

import dev.ringback.engine.message.Subject;

/// Somebody who is ready to buy.
///
/// @param opportunity what it is about, for example a bid card; empty where the subject has but one
/// @param score       0–100
/// @param reasons     machine-readable
public record HotLead(Subject subject, String opportunity, int score, List<String> reasons) {}
