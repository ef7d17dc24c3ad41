package dev.signalman.feature.access;

import dev.signalman.chat.People;
import dev.signalman.domain.Person;
import dev.signalman.domain.Person.Standing;
import dev.signalman.ruling.Judgement;
import dev.signalman.ruling.Rule;
import dev.signalman.ruling.RuleTopic;
import dev.signalman.ruling.Wish;
import jakarta.inject.Inject;
import java.util.List;

/** The requester is a full member of the workspace, when asking and when the promotion goes. */
final class WorkspaceMemberRule implements Rule<Person> {
    private final People people;

    @Inject
    WorkspaceMemberRule(People people) {
        this.people = people;
    }

    @Override
    public RuleTopic topic() {
        return RuleTopic.STANDING;
    }

    @Override
    public Person gather(Wish wish) {
        return people.find(wish.requester().userId());
    }

    @Override
    public List<Judgement> judge(Wish wish, Person person) {
        var name = wish.requester().name();
        if (person.standing() == Standing.UNKNOWN) {
            return List.of(Judgement.unknown(
                    topic(), "Slack didn't tell me who " + name + " is. Try again in a few minutes."));
        }
        return List.of(
                person.fullMember()
                        ? Judgement.met(topic(), name + ", who requested it, is a full member")
                        : Judgement.refused(
                                topic(),
                                name + ", who requested it, " + what(person.standing())
                                        + ". Only full members can promote. Ask one of them."));
    }

    private static String what(Standing standing) {
        return switch (standing) {
            case GUEST -> "is a guest of this workspace";
            case STRANGER -> "belongs to another organization";
            case BOT -> "is a bot";
            case DEACTIVATED -> "has a deactivated account";
            default -> "is unknown to Slack";
        };
    }
}
