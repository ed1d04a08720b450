package dev.ringback.engine.courtesy;

import dev.ringback.engine.channel.Channel;

/// Whether a STOP, START or HELP is answered.
final class CourtesyPolicy {

    private CourtesyPolicy() {}

    /// @param wasStopped whether nothing was sent to the person before it
    static boolean isDue(Courtesy courtesy, Asked asked, boolean wasStopped, CourtesyConfig config) {
        if (!config.channels().contains(asked.channel().word())
                || asked.channel() == Channel.SMS && config.carrierAnswers().contains(asked.provider())) {
            return false;
        }
        return switch (courtesy) {
            case OPT_OUT -> !wasStopped;
            case START -> wasStopped;
            case HELP -> !wasStopped;
        };
    }
}
