package dev.ringback.growth.tag;

/// Where a lead goes.
final class TagPolicy {

    private static final String ACTIVE = "Active";
    private static final String CONVERTED = "Converted";
    private static final String ARCHIVED = "Archived";
    private static final String DELETED = "Deleted";

    sealed interface Decision {

        record Move(String tag) implements Decision {}

        /// It is there already.
        record Stay() implements Decision {}

        record Refuse(String code, String message) implements Decision {}
    }

    private TagPolicy() {}

    static Decision decide(TaggedLead lead, Wish wish) {
        var was = lead.currentTag();
        if (DELETED.equals(was) && !(wish instanceof Wish.Restore || wish instanceof Wish.Delete)) {
            return new Decision.Refuse("LEAD_DELETED", "This lead is deleted; restore it first");
        }
        return switch (wish) {
            case Wish.Tag(var tag) when CONVERTED.equals(was) && !CONVERTED.equals(tag) ->
                    new Decision.Refuse("LEAD_CONVERTED", "This lead is converted; revert it with a reason");
            case Wish.Tag(var tag) -> to(was, tag);
            case Wish.Archive() -> to(was, ARCHIVED);
            case Wish.Delete() -> to(was, DELETED);
            case Wish.Revert _ when !CONVERTED.equals(was) -> new Decision.Refuse("LEAD_NOT_CONVERTED", "Only a converted lead can be reverted");
            case Wish.Revert _ -> to(was, ACTIVE);
            case Wish.Restore() when !ARCHIVED.equals(was) && !DELETED.equals(was) -> new Decision.Stay();
            // What it was worth before it went away it is still worth.
            case Wish.Restore() -> to(was, lead.converted() ? CONVERTED : ACTIVE);
        };
    }

    private static Decision to(String was, String tag) {
        return tag.equals(was) ? new Decision.Stay() : new Decision.Move(tag);
    }
}
