package dev.ringback.engine.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.retention")
interface RetentionConfig {

    /// Bodies of webhooks and mails that were worked.
    @WithDefault("90d")
    Duration inboxBodies();

    /// Runs of jobs of the calendar.
    @WithDefault("90d")
    Duration calendarRuns();

    /// Runs of jobs that drain, which are many.
    @WithDefault("7d")
    Duration drainingRuns();

    /// Violations that were resolved.
    @WithDefault("90d")
    Duration violations();

    /// What the optional model has answered, with the bodies that it was asked about.
    @WithDefault("90d")
    Duration modelAnswers();

    /// Rows per transaction.
    @WithDefault("1000")
    int batch();

    /// The longest that one run may take for one kind of rows; the next goes on.
    @WithDefault("20s")
    Duration budget();
}
