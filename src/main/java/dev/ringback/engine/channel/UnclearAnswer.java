package dev.ringback.engine.channel;

/// A provider that is there answered something that leaves open whether it took the one message.
public final class UnclearAnswer extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnclearAnswer(String message) {
        super(message);
    }
}
