package dev.ringback.bids.engagement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.bids.engagement.EngagementRepository.OptOuts;
import dev.ringback.engine.column.ConsentColumns;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.engine.sql.Tx;

/// Opt-outs that the office wrote into a contractor lead's summary.
@ApplicationScoped
class EngagementOptOuts implements ConsentColumns {

    /// The marketplace is one tenant.
    private static final String TENANT = "bids";
    /// Where contractors write their numbers without a country code.
    private static final String REGION = "US";

    private final EngagementRepository engagement;

    EngagementOptOuts(EngagementRepository engagement) {
        this.engagement = engagement;
    }

    @Override
    public String table() {
        return "bids.contractor_engagement_summary";
    }

    @Override
    public Uni<List<State>> read(Tx tx, String id) {
        return engagement.findOptOuts(tx, id).map(found -> found.stream().flatMap(EngagementOptOuts::states).toList());
    }

    private static Stream<State> states(OptOuts said) {
        var email = Optional.ofNullable(said.email()).flatMap(EmailAddress::parse).map(EmailAddress::value).map(EngagementOptOuts::party);
        var phone = Optional.ofNullable(said.phone()).flatMap(text -> PhoneNumber.parse(text, REGION)).map(PhoneNumber::value)
                .map(EngagementOptOuts::party);
        return Stream.of(
                email.map(party -> new State(party, Family.EMAIL, "opt_out_email", said.fromEmail())),
                phone.map(party -> new State(party, Family.PHONE, "opt_out_sms", said.fromSms())),
                email.map(party -> new State(party, Family.ALL, "opt_out_all", said.fromAll())),
                phone.map(party -> new State(party, Family.ALL, "opt_out_all", said.fromAll()))).flatMap(Optional::stream);
    }

    private static Party party(String address) {
        return new Party("bids", TENANT, address);
    }
}
