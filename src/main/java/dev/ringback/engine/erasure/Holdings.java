package dev.ringback.engine.erasure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.erasure.PersonalData.Holding;
import dev.ringback.engine.sql.Tx;

/// The packs' personal data by pack; nothing where a pack has none.
@ApplicationScoped
class Holdings {

    private final Map<String, PersonalData> byPack;

    Holdings(@All List<PersonalData> all) {
        this.byPack = all.stream().collect(Collectors.toUnmodifiableMap(PersonalData::pack, Function.identity()));
    }

    Uni<List<Holding>> of(Tx tx, Somebody somebody) {
        var pack = byPack.get(somebody.tenancy().pack());
        return pack == null ? Uni.createFrom().item(List.of()) : pack.holdings(tx, somebody.tenancy().tenant(), somebody.addresses());
    }

    Uni<Integer> erase(Tx tx, Somebody somebody) {
        var pack = byPack.get(somebody.tenancy().pack());
        return pack == null ? Uni.createFrom().item(0) : pack.erase(tx, somebody.tenancy().tenant(), somebody.addresses());
    }
}
