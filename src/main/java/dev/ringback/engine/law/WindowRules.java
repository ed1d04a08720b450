package dev.ringback.engine.law;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.law.WindowRule.Scope;
import dev.ringback.engine.place.Place;
import dev.ringback.engine.window.LegalWindow;
import dev.ringback.engine.window.Schedule;

/// The legal hours and caps as they stood when they were read.
public record WindowRules(List<WindowRule> hours, List<Holiday> holidays, Map<Scope, List<ContactCap>> caps) {

    private record Binding(Scope scope, boolean coversAnswers) {}

    /// What binds a message for this purpose to somebody at this place. Hours of a country and of its part both do, by every
    /// clock that may be his.
    ///
    /// @param purpose for example `marketing`; null for none that a row would name
    public Law law(Place place, Channel channel, String purpose) {
        var here = place.jurisdictions();
        if (place.isUnknown() && hours.stream().anyMatch(rule -> rule.scope().channel() == channel && mayBind(here, rule))) {
            return new Law(List.of(), List.of(), Optional.of("zone_unknown"));
        }
        var binding = hours.stream().filter(rule -> here.contains(rule.scope().jurisdiction()) && rule.scope().covers(channel, purpose))
                .collect(Collectors.groupingBy(rule -> new Binding(rule.scope(), rule.coversAnswers())));
        return new Law(binding.entrySet().stream().flatMap(entry -> windows(entry.getKey(), entry.getValue(), place.zones())).toList(),
                caps(here, channel, purpose), Optional.empty());
    }

    // Nobody knows where: it may be where there are hours.
    private static boolean mayBind(Set<String> here, WindowRule rule) {
        return here.isEmpty() || here.contains(rule.scope().jurisdiction());
    }

    private Stream<LegalWindow> windows(Binding binding, List<WindowRule> rules, Set<ZoneId> zones) {
        var open = rules.stream().map(WindowRule::hours).toList();
        var closed = holidays.stream().filter(holiday -> isOf(binding.scope(), holiday)).map(Holiday::day).collect(Collectors.toSet());
        return zones.stream()
                .map(zone -> new LegalWindow(binding.scope().jurisdiction(), new Schedule(zone, open, closed), binding.coversAnswers()));
    }

    private static boolean isOf(Scope scope, Holiday holiday) {
        return holiday.channel() == scope.channel() && holiday.jurisdiction().equals(scope.jurisdiction());
    }

    private List<ContactCap> caps(Set<String> here, Channel channel, String purpose) {
        return caps.entrySet().stream().filter(cap -> here.contains(cap.getKey().jurisdiction()) && cap.getKey().covers(channel, purpose))
                .flatMap(cap -> cap.getValue().stream()).toList();
    }
}
