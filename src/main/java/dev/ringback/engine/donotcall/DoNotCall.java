package dev.ringback.engine.donotcall;

import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Whether do-not-call lists let a number be called.
@ApplicationScoped
public class DoNotCall {

    private final DoNotCallRepository lists;
    private final DoNotCallConfig config;
    private final AddressHash hash;
    private final Clock clock;

    DoNotCall(DoNotCallRepository lists, DoNotCallConfig config, AddressHash hash, Clock clock) {
        this.lists = lists;
        this.config = config;
        this.hash = hash;
        this.clock = clock;
    }

    /// Why not: `do_not_call`, or `list_outdated` where a list is older than allowed and so may lack the number.
    ///
    /// @param number E.164
    public Uni<Optional<String>> refusal(Tx tx, String number) {
        var oldest = clock.instant().minus(config.maxAge()).atZone(ZoneOffset.UTC).toLocalDate();
        return lists.findBlock(tx, hash.all(number), oldest);
    }
}
