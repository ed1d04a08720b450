package dev.ringback.engine.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Who is a machine.
class HitPolicyTest {

    private static final Instant SENT = Instant.parse("2026-03-02T15:30:00Z");
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # after | head  | prefetch | links | rule
            60      | false | false    | 1     |
            15      | false | false    | 0     |
            14      | false | false    | 0     | time.too-soon
            -5      | false | false    | 0     | time.too-soon
            60      | true  | false    | 0     | method.head
            60      | false | true     | 0     | header.prefetch
            60      | false | false    | 2     | time.burst
            """)
    void what_the_hit_says_of_itself(long after, boolean isHead, boolean isPrefetch, int links, String rule) {
        assertThat(machine(new Visitor(CHROME, isHead, isPrefetch), after, links)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0                                                                                             | agent.apple-mpp
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0     | agent.gmail-prefetch
            Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)                |
            YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html                                 |
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)                 |
            Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36            |
            Mozilla/5.0 (Linux; Android 9; CUBOT) AppleWebKit/537.36 Chrome/96.0 Mobile Safari/537.36                |
            Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)                                 | agent.robot
            facebookexternalhit/1.1                                                                                  | agent.robot
            Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36                                   | agent.headless
            BarracudaCentral/1.0                                                                                     | agent.scanner
            python-requests/2.31.0                                                                                   | agent.library
            Go-http-client/2.0                                                                                       | agent.library
            curl/8.5.0                                                                                               | agent.library
            ''                                                                                                       | agent.none
            """)
    void what_the_visitor_calls_itself(String agent, String rule) {
        assertThat(machine(new Visitor(agent, false, false), 60, 1)).isEqualTo(rule);
    }

    @Test
    void a_machine_that_names_itself_is_known_by_its_name() {
        assertThat(machine(new Visitor("curl/8.5.0", false, false), 1, 3)).isEqualTo("agent.library");
    }

    @Test
    void each_rule_has_an_id_of_its_own_and_a_source() {
        assertThat(MachineRules.all()).hasSizeGreaterThan(4).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
        assertThat(MachineRules.all()).extracting(MachineRules.Rule::id).doesNotHaveDuplicates();
    }

    private static String machine(Visitor visitor, long after, int links) {
        var hit = new KeptHit(UUID.randomUUID(), UUID.randomUUID(), HitKind.CLICK, SENT.plusSeconds(after), visitor, SENT, links);
        return HitPolicy.machine(hit, Duration.ofSeconds(15)).orElse(null);
    }
}
