package dev.signalman.app;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinderBinding;
import com.google.inject.multibindings.MultibinderBinding;
import com.google.inject.multibindings.MultibindingsTargetVisitor;
import com.google.inject.multibindings.OptionalBinderBinding;
import com.google.inject.spi.DefaultBindingTargetVisitor;
import dev.signalman.app.config.Configuration;
import dev.signalman.command.Approve;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Command;
import dev.signalman.command.Cordon;
import dev.signalman.command.Enforce;
import dev.signalman.command.Grammar;
import dev.signalman.command.Grant;
import dev.signalman.command.Link;
import dev.signalman.command.Lock;
import dev.signalman.command.Reject;
import dev.signalman.command.Review;
import dev.signalman.command.RevokeAgentToken;
import dev.signalman.command.StopWrongDeploy;
import dev.signalman.command.Subscribe;
import dev.signalman.command.Unlink;
import dev.signalman.command.Unlock;
import dev.signalman.command.Unsubscribe;
import dev.signalman.command.Use;
import dev.signalman.command.Verb;
import dev.signalman.command.Withdraw;
import dev.signalman.dispatch.ActExecutor;
import dev.signalman.dispatch.Handler;
import dev.signalman.feature.access.AccessRules;
import dev.signalman.feature.subscriptions.FileSubscriptions;
import dev.signalman.keyring.EncryptionKey;
import dev.signalman.keyring.Keyring;
import dev.signalman.ruling.Policies;
import dev.signalman.semaphore.Credential;
import dev.signalman.slack.SlackSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.subject.ProjectSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every command has a handler, and every act an executor, according to the modules. */
final class EveryCommandIsHandledTest {
    /** Commands that change only our own rows. */
    private static final Set<Class<?>> AT_HOME = Set.of(
            Approve.class,
            BreakGlass.class,
            Review.class,
            Link.class,
            Lock.class,
            Reject.class,
            RevokeAgentToken.class,
            Subscribe.class,
            Unlink.class,
            Unlock.class,
            Unsubscribe.class,
            Use.class,
            Withdraw.class);

    /** Commands that are carried out but never said. */
    private static final Set<Class<?>> NEVER_SAID =
            Set.of(Cordon.class, Enforce.class, Grant.class, StopWrongDeploy.class);

    private final URI semaphore = URI.create("https://acme.semaphoreci.com");
    private final Grammar grammar = new Grammar(semaphore);

    @Test
    void everyCommandHasAHandler() {
        var handlers = new TypeLiteral<Map<Class<? extends Command>, Handler<?>>>() {};

        var said = Set.of(Command.class.getPermittedSubclasses()).stream()
                .filter(command -> !NEVER_SAID.contains(command))
                .collect(toSet());

        assertThat(keys(handlers)).isEqualTo(said);
    }

    @Test
    void everyActHasAnExecutorAndNothingElseHas() {
        var carriers = new TypeLiteral<Map<Class<? extends Command>, ActExecutor<?>>>() {};
        var acting = grammar.verbs().stream()
                .filter(verb -> verb.kind() == Verb.Kind.ACTS)
                .map(Verb::words)
                .toList();
        var acts = Set.of(Command.class.getPermittedSubclasses()).stream()
                .filter(command -> acting.contains(words(command)) && !AT_HOME.contains(command))
                .collect(toSet());

        acts.addAll(NEVER_SAID);

        assertThat(keys(carriers)).isEqualTo(acts);
    }

    private static String words(Class<?> command) {
        try {
            return ((Verb<?>) command.getField("VERB").get(null)).words();
        } catch (ReflectiveOperationException none) {
            throw new LinkageError(command + " has no verb", none);
        }
    }

    private Set<Object> keys(TypeLiteral<?> map) {
        var parts =
                Guice.createInjector(Stage.TOOL, BotModules.of(configuration(), InstantSource.system(), () -> "id"));
        return parts.getBinding(Key.get(map)).acceptTargetVisitor(new KeysOfMap());
    }

    /** Reads the keys of a map binding. */
    private static final class KeysOfMap extends DefaultBindingTargetVisitor<Object, Set<Object>>
            implements MultibindingsTargetVisitor<Object, Set<Object>> {
        @Override
        public Set<Object> visit(MapBinderBinding<? extends Object> map) {
            return map.getEntries().stream().map(Map.Entry::getKey).collect(toSet());
        }

        @Override
        public Set<Object> visit(MultibinderBinding<? extends Object> set) {
            throw new AssertionError("A set: " + set);
        }

        @Override
        public Set<Object> visit(OptionalBinderBinding<? extends Object> optional) {
            throw new AssertionError("Optional: " + optional);
        }
    }

    private Configuration configuration() {
        return new Configuration(
                0,
                new SlackSettings("xoxb-none", "no-secret-at-all", null, URI.create("https://slack.com/api/")),
                semaphore,
                new Credential("none"),
                DatabaseAddress.memory("never-opened"),
                Duration.ofSeconds(5),
                new ProjectSettings(Map.of()),
                AccessRules.NONE,
                new Policies(List.of()),
                new FileSubscriptions(List.of()),
                null,
                new Keyring(
                        EncryptionKey.read(Base64.getEncoder().encodeToString(new byte[EncryptionKey.LENGTH])),
                        List.of()));
    }
}
