package dev.ringback.growth.tag;

import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TagPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Active    | false | Follow-Up | Follow-Up
            Active    | false | Active    | stays
            Follow-Up | false | Converted | Converted
            Converted | true  | Converted | stays
            Converted | true  | Active    | LEAD_CONVERTED
            Converted | true  | Follow-Up | LEAD_CONVERTED
            Converted | true  | revert    | Active
            Converted | true  | archive   | Archived
            Converted | true  | delete    | Deleted
            Active    | false | revert    | LEAD_NOT_CONVERTED
            Archived  | true  | revert    | LEAD_NOT_CONVERTED
            Archived  | false | Active    | Active
            Archived  | false | restore   | Active
            Archived  | true  | restore   | Converted
            Archived  | false | archive   | stays
            Archived  | false | delete    | Deleted
            Deleted   | false | restore   | Active
            Deleted   | true  | restore   | Converted
            Deleted   | false | delete    | stays
            Deleted   | false | Active    | LEAD_DELETED
            Deleted   | false | archive   | LEAD_DELETED
            Deleted   | true  | revert    | LEAD_DELETED
            Active    | false | restore   | stays
            """)
    void a_lead_goes_where_its_tag_lets_it(String tag, boolean converted, String wish, String outcome) {
        // When
        var decision = TagPolicy.decide(new TaggedLead(UUID.randomUUID(), tag, converted), wish(wish));

        // Then
        assertThat(said(decision)).isEqualTo(outcome);
    }

    private static Wish wish(String word) {
        return switch (word) {
            case "archive" -> new Wish.Archive();
            case "delete" -> new Wish.Delete();
            case "revert" -> new Wish.Revert("by accident");
            case "restore" -> new Wish.Restore();
            default -> new Wish.Tag(word);
        };
    }

    private static String said(TagPolicy.Decision decision) {
        return switch (decision) {
            case TagPolicy.Decision.Move(var tag) -> tag;
            case TagPolicy.Decision.Stay() -> "stays";
            case TagPolicy.Decision.Refuse(var code, _) -> code;
        };
    }
}
