package dev.ringback.engine.law;

import java.time.LocalDate;

import dev.ringback.engine.channel.Channel;

/// A row of `engine.window_holiday`.
record Holiday(String jurisdiction, Channel channel, LocalDate day) {}
