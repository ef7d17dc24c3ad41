package dev.signalman.feature.access;

import dev.signalman.chat.People;
import dev.signalman.command.Refusal;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person.Standing;
import jakarta.inject.Inject;

/** Judges a person's rights by their standing in the workspace, as Slack's API tells it and never the payload. */
final class WorkspaceStanding {
    private final People people;

    @Inject
    WorkspaceStanding(People people) {
        this.people = people;
    }

    /** Admits full members. */
    void admitToAct(Actor actor) {
        var standing = people.find(actor.userId()).standing();
        if (standing != Standing.MEMBER) {
            throw new Refusal(
                    switch (standing) {
                        case GUEST ->
                            "You're a guest in this workspace. Guests can look, but not change anything. Ask a full "
                                    + "member to do it.";
                        default -> unwelcome(standing);
                    });
        }
    }

    /** Admits full members and guests. */
    void admitToAsk(Actor actor) {
        var standing = people.find(actor.userId()).standing();
        if (standing != Standing.MEMBER && standing != Standing.GUEST) {
            throw new Refusal(unwelcome(standing));
        }
    }

    private static String unwelcome(Standing standing) {
        return switch (standing) {
            case STRANGER ->
                "You belong to another organization. Only members of this workspace can use Signalman. Ask "
                        + "one of them.";
            case BOT -> "Bots can't use Signalman. Ask a person to do it.";
            case DEACTIVATED -> "Your account is deactivated in this workspace. Ask someone else to do it.";
            default -> "Slack didn't tell me who you are, so I can't do this. Try again in a few minutes.";
        };
    }
}
