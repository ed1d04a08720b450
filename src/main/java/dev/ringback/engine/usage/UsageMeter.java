package dev.ringback.engine.usage;

import java.math.BigDecimal;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.usage.UsageRepository.Allowance;

/// Records what is used, in the transaction of its use.
@ApplicationScoped
public class UsageMeter {

    private final UsageRepository usage;

    UsageMeter(UsageRepository usage) {
        this.usage = usage;
    }

    /// Counts it, whatever the allowance. Told twice is counted once: then it answers false.
    public Uni<Boolean> record(Tx tx, Used used) {
        return usage.record(tx, used).map(rows -> rows > 0);
    }

    /// Counts it if the allowance has enough left, and takes it from there. Racing takers wait for each other.
    public Uni<Taking> take(Tx tx, Used used) {
        return usage.lockAllowance(tx, used).chain(allowance -> take(tx, used, allowance));
    }

    /// Sets what the tenant may use from now on.
    public Uni<Void> allow(Tx tx, String pack, String tenant, String metric, BigDecimal quantity) {
        return usage.allow(tx, pack, tenant, metric, quantity);
    }

    private Uni<Taking> take(Tx tx, Used used, Allowance allowance) {
        if (allowance.usedBefore()) {
            return Uni.createFrom().item(new Taking.TakenBefore());
        }
        if (allowance.remaining().compareTo(used.quantity()) < 0) {
            return Uni.createFrom().item(new Taking.Exhausted());
        }
        return usage.take(tx, used).map(Taking.Taken::new);
    }
}
