package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ringback.engine.channel.Channel;
import dev.ringback.recruiting.message.SessionMessages.Turn;

/// A candidate's message that is to be answered by a campaign's prompt.
///
/// @param prompt  null or blank where somebody has taken it back
/// @param jobInfo null for none
/// @param opening what the campaign says first; null for nothing
/// @param isOpen  whether nobody has answered it, and nothing followed it
record PromptedTurn(UUID message, String sessionId, Instant at, Channel channel, String prompt, String jobInfo, String opening, boolean isOpen) {

    Turn turn() {
        return new Turn(message.toString(), at, channel == Channel.SMS ? Channel.SMS : Channel.WHATSAPP);
    }

    boolean isPrompted() {
        return prompt != null && !prompt.isBlank();
    }

    /// The campaign's own texts.
    String ours() {
        return Stream.of(prompt, jobInfo, opening).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n"));
    }
}
