package dev.ringback.engine.hotlead;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.alert.HotLead;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;

/// A subject answered something of its own.
@ApplicationScoped
public class HotAnswerCame {

    private final RaiseHotLead raiseHotLead;

    HotAnswerCame(RaiseHotLead raiseHotLead) {
        this.raiseHotLead = raiseHotLead;
    }

    /// Raises the subject where the answer is a hot one.
    public Uni<Void> read(Tx tx, Subject subject, String text) {
        var read = LeadRules.read(text, Language.UNKNOWN);
        return HotAnswerPolicy.isHot(read)
                ? raiseHotLead.raise(tx, new HotLead(subject, "", HotAnswerPolicy.score(read), read.rules())).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
