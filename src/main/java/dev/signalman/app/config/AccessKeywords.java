package dev.signalman.app.config;

import dev.signalman.command.Grammar;
import dev.signalman.command.Verb;
import dev.signalman.feature.access.AccessRules;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists the words that {@code access:} accepts: the verbs, their first words, override and ask_by_agent. */
final class AccessKeywords {
    private AccessKeywords() {}

    static List<String> unknown(Collection<String> words, Grammar grammar) {
        var known = all(grammar);
        return words.stream().filter(word -> !known.contains(word)).sorted().toList();
    }

    static String known(Grammar grammar) {
        return "known are "
                + all(grammar).stream().filter(word -> !word.contains(" ")).collect(Collectors.joining(", "));
    }

    static Set<String> all(Grammar grammar) {
        var words = new TreeSet<String>();
        for (Verb<?> verb : grammar.verbs()) {
            words.add(verb.words());
            words.add(verb.words().split(" ", 2)[0]);
            words.addAll(verb.aliases());
        }
        words.add(AccessRules.OVERRIDE);
        words.add(AccessRules.ASK_BY_AGENT);
        return words;
    }
}
