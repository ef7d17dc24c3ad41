package dev.signalman.app;

import static dev.signalman.simulator.semaphore.http.SemaphoreFault.everywhere;

import dev.signalman.app.checks.JavaRuntime;
import dev.signalman.harness.FreePort;
import dev.signalman.simulator.semaphore.Role;
import dev.signalman.simulator.slack.SlackFault;
import dev.signalman.simulator.slack.SocketModeSettings;
import dev.signalman.storage.DatabaseAddress;
import dev.signalman.storage.TestDatabase;
import dev.signalman.web.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All common mistakes of an installation, with the beginning of doctor's report. */
enum Misconfiguration {
    A_TOKEN_OF_ANOTHER_WORKSPACE(
            with("SLACK_BOT_TOKEN", "xoxb-of-another-workspace"),
            "Error: Slack's bot token: Slack doesn't recognize it (invalid_auth)"),
    AN_APP_THAT_WAS_REMOVED(
            slackSays("account_inactive"),
            "Error: Slack's bot token: The app was removed from the workspace (account_inactive)."),
    A_TOKEN_THAT_WAS_REVOKED(slackSays("token_revoked"), "Error: Slack's bot token: It was revoked"),
    A_TOKEN_THAT_ROTATES(slackSays("token_expired"), "Error: Slack's bot token: It has expired"),
    A_REFUSAL_NOBODY_HEARD_OF(slackSays("ekm_access_denied"), "Error: Slack's bot token: Slack rejects it (ekm_acc"),
    SLACK_IN_TROUBLE(s -> s.slack.faults().outage(true), "Couldn't check: Slack's bot token: Slack answered HTTP 503"),
    A_SLACK_THAT_LIMITS(
            s -> s.slack.faults().always("auth.test", new SlackFault.RateLimited(30)),
            "Couldn't check: Slack's bot token: Slack answered HTTP 429"),
    A_GATEWAY_THAT_DROPS_HEADERS(
            s -> {
                s.file = "";
                var known = Reply.json(200, "{\"ok\":true,\"user\":\"signalman\",\"team\":\"acme\"}");
                s.set("SLACK_API_URL", s.elsewhere(known) + "/api/");
            },
            "Couldn't check: Slack's scopes: Slack didn't return the token's scopes. A gateway may "
                    + "remove the header x-oauth-scopes. Check OAuth & Permissions."),
    A_WEB_PAGE_FOR_SLACK(
            s -> s.set("SLACK_API_URL", s.elsewhere(DoctorEnvironment.page()) + "/api/"),
            "Error: Slack: The answer from http://127.0.0.1"),
    NO_SUCH_HOST_FOR_SLACK(
            with("SLACK_API_URL", "https://slack.invalid/api/"),
            "Error: Slack: https://slack.invalid/api/ is unreachable: its host name is unknown"),
    NOBODY_AT_SLACKS_PORT(
            s -> s.set("SLACK_API_URL", "http://127.0.0.1:" + FreePort.next() + "/api/"),
            "Error: Slack: http://127.0.0.1…is unreachable: the connection was refused. Check the host " + "and port"),
    TLS_WHERE_THERE_IS_NONE_FOR_SLACK(
            s -> s.set("SLACK_API_URL", s.slack.apiUrl().replace("http:", "https:")),
            "Error: Slack: https://…is unreachable: the TLS connection failed"),
    NO_SCOPE_TO_WRITE(
            s -> s.without("chat:write"),
            "Error: Slack's scope chat:write: Missing. Without it, these don't work: all cards"),
    NO_SCOPE_FOR_COMMANDS(
            s -> s.without("commands"), "Error: Slack's scope commands: Missing. Without it, these don't work: /sema"),
    NO_SCOPE_FOR_GROUPS(
            s -> s.without("usergroups:read"),
            "Error: Slack's scope usergroups:read: Missing. Without it, these don't work: rules in " + "signalman.yml"),
    NO_SCOPE_TO_WRITE_EVERYWHERE(
            s -> s.without("chat:write.public"),
            "Warning: Slack's scope chat:write.public: Missing. Without it, these don't work"),
    ANOTHER_SECRET_FOR_SIGNING(
            with("SLACK_SIGNING_SECRET", "MixedUpWithSomethingElse"),
            "Warning: Slack's signing secret: It doesn't look like one: Slack's are 32 lower-case "
                    + "hexadecimal digits."),
    AN_APP_TOKEN_OF_ANOTHER_APP(
            s -> {
                s.overSockets(SocketModeSettings.switchedOn());
                s.set("SLACK_APP_TOKEN", "xapp-of-another-app");
            },
            "Error: Slack's app-level token: Slack says invalid_auth; check SLACK_APP_TOKEN"),
    AN_APP_TOKEN_WITHOUT_ITS_SCOPE(
            s -> s.overSockets(new SocketModeSettings("xapp-without-scope", Set.of(), true)),
            "Error: Slack's app-level token: Slack says missing_scope; needed: connections:write; create"),
    SOCKET_MODE_THAT_IS_SWITCHED_OFF(
            s -> s.overSockets(SocketModeSettings.switchedOff()),
            "Error: Slack's app-level token: Slack says socket_mode_not_enabled; turn on Socket Mode in "
                    + "the app's settings"),
    A_CLOCK_THAT_IS_A_LITTLE_OFF(
            s -> s.clockOff(Duration.ofSeconds(90)),
            "Warning: clock compared with Slack's: This machine is …ahead. Synchronize"),
    A_CLOCK_THAT_IS_FAR_OFF(
            s -> s.clockOff(Duration.ofMinutes(-10)),
            "Error: clock compared with Semaphore's: This machine is …behind. Beyond 300 seconds, every request "
                    + "from Slack is rejected."),
    NO_SUCH_HOST_FOR_SEMAPHORE(
            with("SEMAPHORE_URL", "https://acme.semaphoreci.invalid"),
            "Error: Semaphore: https://acme.semaphoreci.invalid is unreachable: its host name is unknown"),
    NOBODY_AT_SEMAPHORES_PORT(
            s -> s.semaphore.disconnect(),
            "Error: Semaphore: http://127.0.0.1…is unreachable: the connection was refused. Check the "
                    + "host and port"),
    TLS_WHERE_THERE_IS_NONE_FOR_SEMAPHORE(
            s -> s.set("SEMAPHORE_URL", s.semaphore.url().replace("http:", "https:")),
            "Error: Semaphore: https://…is unreachable: the TLS connection failed"),
    A_SEMAPHORE_THAT_SAYS_NOTHING(
            s -> s.semaphore.fault(everywhere().slowBy(Duration.ofSeconds(6))),
            "Error: Semaphore: …is unreachable: it didn't answer in time"),
    A_WEB_PAGE_FOR_SEMAPHORE(
            s -> s.semaphore.fault(everywhere().html(200)), "Error: Semaphore: The answer from http://127.0.0.1"),
    A_LOGIN_PAGE_FOR_SEMAPHORE(
            s -> s.set(
                    "SEMAPHORE_URL", s.elsewhere(Reply.bare(302, "").with("Location", "https://id.semaphoreci.com"))),
            "Error: Semaphore: …isn't Semaphore's API: SEMAPHORE_URL answers with a redirect (302)"),
    AN_ORGANIZATION_THAT_IS_NOT_THERE(
            s -> s.semaphore.fault(everywhere().answers(Reply.bare(404, "Not Found"))),
            "Error: Semaphore: …has no such organization"),
    A_TOKEN_OF_ANOTHER_ORGANIZATION(
            with("SEMAPHORE_API_TOKEN", "token-of-another-organization"),
            "Error: Semaphore's token: Semaphore rejects it (Unauthorized)"),
    A_TOKEN_WITHOUT_RIGHTS(
            s -> s.semaphore.fault(everywhere().answers(Reply.json(401, "{\"message\":\"Unauthorized\"}"))),
            "Error: Semaphore's token: Semaphore doesn't let it list projects"),
    AN_ADDRESS_THAT_IS_NOT_ON_THE_LIST(
            s -> s.semaphore.fault(everywhere().addressNotAllowed()),
            "Error: Semaphore: The organization only allows certain IP addresses, and "
                    + "this machine's isn't one of them"),
    A_SEMAPHORE_IN_TROUBLE(
            s -> s.semaphore.fault(everywhere().unavailable()), "Couldn't check: Semaphore: Semaphore has a problem"),
    AN_ACCOUNT_THAT_IS_IN_NO_PROJECT(
            s -> s.semaphore.user("signalman-bot").isEverywhere(Role.STRANGER),
            "Error: Semaphore's token: Valid, but it sees no projects."),
    A_PROJECT_THAT_IS_MISSPELT(
            s -> s.file = "projects: [{name: wep}]",
            "Error: projects in signalman.yml, wep: Can't find project \"wep\" in Semaphore. Did you "
                    + "mean \"web\""),
    A_RULE_FOR_NO_PROJECT(
            s -> s.file = "promotions: [{name: production, projects: [shop]}]",
            "Error: promotions in signalman.yml, production of shop: The rule for \"production\" names "
                    + "project \"shop\""),
    A_RULE_FOR_NO_PROMOTION(
            s -> s.file = s.file.replace("{name: production, pro", "{name: prodution, pro"),
            "Warning: promotions in signalman.yml, prodution: The rule for \"prodution\" matches none of "
                    + "the promotions listed under projects"),
    A_GROUP_THAT_IS_NOT_THERE(
            s -> s.file = "access: {promote: [S0NOBODY]}",
            "Error: access in signalman.yml, promote: Slack doesn't know user group S0NOBODY"),
    A_PERSON_WHO_IS_NOT_THERE(
            s -> s.file = "access: {agents: [U0NOBODY], stop: U0NOBODY}",
            "Error: access in signalman.yml, agents, stop: Slack doesn't know person U0NOBODY"),
    A_GROUP_WITH_NOBODY_IN_IT(
            s -> s.file = "access: {promote: [S0EMPTY]}",
            "Warning: access in signalman.yml, promote: Nobody is in user group S0EMPTY"),
    A_PERSON_WHO_HAS_LEFT(
            s -> s.file = "access: {promote: [U0GONE]}",
            "Warning: access in signalman.yml, promote: The account of U0GONE is deactivated"),
    A_SHORT_WEBHOOK_SECRET(
            with("SEMAPHORE_WEBHOOK_SECRET", "hunter2"), "Warning: Semaphore's webhook secret: It is so short"),
    NO_NOTIFICATION_IN_SEMAPHORE(
            s -> {
                s.set("SEMAPHORE_WEBHOOK_SECRET", "a-secret-that-is-long-enough");
                s.set("PUBLIC_URL", "http://localhost:3000/");
            },
            "Warning: Semaphore's notification: No notification in Semaphore sends to "
                    + "http://localhost:3000/semaphore/webhook, so builds are only found by polling."),
    AN_ACCOUNT_THAT_MAY_NOT_SEE_NOTIFICATIONS(
            s -> {
                s.set("SEMAPHORE_WEBHOOK_SECRET", "a-secret-that-is-long-enough");
                s.set("PUBLIC_URL", "http://localhost:3000");
                s.semaphore.user("signalman-bot").withoutNotifications();
            },
            "Couldn't check: Semaphore's notification: Semaphore doesn't let the bot's account see notifications"),
    NO_WEBHOOK_SECRET_WHERE_SOMETHING_IS_SUBSCRIBED_TO(
            s -> s.file = "subscriptions: [{channel: C0BUILDS, project: web}]",
            "Warning: Semaphore's webhook secret: It isn't set, so /semaphore/webhook answers 404, and "
                    + "builds are only found by polling, every 15 seconds. To post builds immediately, set SEMAPHORE_WEBHOOK_SECRET"),
    A_SUBSCRIPTION_TO_A_PROJECT_THAT_IS_NOT_THERE(
            s -> s.file = "subscriptions: [{channel: C0BUILDS, project: wep}]",
            "Error: subscriptions in signalman.yml, wep: Can't find project \"wep\" in Semaphore, so its "
                    + "builds aren't posted. Did you mean \"web\"?"),
    A_SUBSCRIPTION_OF_A_CHANNEL_THAT_IS_NOT_THERE(
            s -> s.file = "subscriptions: [{channel: C0NOWHERE, project: web}]",
            "Error: subscriptions in signalman.yml, C0NOWHERE: Signalman can't post there: the channel "
                    + "doesn't exist, is archived, or is private without Signalman as a member."),
    A_SUBSCRIPTION_OF_A_PRIVATE_CHANNEL_WITHOUT_THE_BOT(
            s -> s.file = "subscriptions: [{channel: C0SECRET, project: web}]",
            "Error: subscriptions in signalman.yml, C0SECRET: Signalman can't post there…type /invite "
                    + "@Signalman there"),
    A_SUBSCRIPTION_OF_AN_ARCHIVED_CHANNEL(
            s -> {
                s.slack.add(s.slack.channel("C0BUILDS").whenArchived());
                s.file = "subscriptions: [{channel: C0BUILDS, project: web}]";
            },
            "Error: subscriptions in signalman.yml, C0BUILDS: Signalman can't post there…is archived"),
    SEVERAL_SUBSCRIPTIONS_THAT_ARE_WRONG(
            s -> s.file = "subscriptions: [{channel: C0NOWHERE, project: wep}, {channel: C0SECRET, project: shop}]",
            "Error: subscriptions in signalman.yml, shop: Can't find project"),
    A_SERVER_OF_DATABASES_THAT_IS_AWAY(
            database("postgres://bot:password-in-url@127.0.0.1:1/bot"), "Error: database: It is unreachable"),
    A_LOGIN_THAT_THE_DATABASE_REFUSES(
            s -> onPostgres(s, "postgres://nobody:password-in-url@HOST/postgres"),
            "Error: database: It rejects the login"),
    A_DATABASE_THAT_WAS_NOT_CREATED(
            s -> onPostgres(s, "postgres://postgres@HOST/nowhere"), "Error: database: The server has no such database"),
    A_DATABASE_THAT_A_BOT_HAS_OPEN(Misconfiguration::locked, "OK: database: Its file is in use by a running bot"),
    A_BOT_OF_WHICH_NOBODY_CAN_TELL_WHETHER_SLACK_REACHES_IT(
            Misconfiguration::locked,
            "Couldn't check: last command from Slack: The running bot holds the database…Type "
                    + "/semaphore doctor in Slack."),
    A_FOLDER_THAT_CANNOT_BE_MADE(
            s -> s.database = DatabaseAddress.file(
                    writtenTo(s, "occupied").resolve("data/signalman").toString()),
            "Error: data folder: "),
    POLLING_ALL_THE_TIME(with("SIGNALMAN_POLL_INTERVAL", "PT1S"), "Warning: poll interval: It is PT1S"),
    POLLING_HARDLY_EVER(with("SIGNALMAN_POLL_INTERVAL", "PT30M"), "Warning: poll interval: It is PT30M"),
    ANOTHER_PORT_AT_EACH_START(with("PORT", "0"), "Warning: PORT: Port 0 means"),
    A_PORT_THAT_IS_TAKEN(
            Misconfiguration::taken, "Error: port …: Another program uses it, or Signalman isn't allowed to."),
    A_PORT_WHERE_ANOTHER_SERVER_ANSWERS(
            s -> s.set("PORT", s.elsewhere(Reply.text(200, "It works!")).replaceAll(".*:", "")),
            "Error: port …: Another program uses it, or Signalman isn't allowed to."),
    A_MACHINE_WITHOUT_UTF_8(
            s -> s.javaRuntime = new JavaRuntime(17, "US-ASCII"), "Warning: Java's character set: It is US-ASCII"),
    AN_OLD_JAVA(s -> s.javaRuntime = new JavaRuntime(11, "UTF-8"), "Error: Java: Version 11");

    @SuppressWarnings("ImmutableEnumChecker") // all are immutable lambdas
    final Change change;

    private final String words;

    Misconfiguration(Change change, String words) {
        this.change = change;
        this.words = words;
    }

    /** Whether a line of doctor reports it; "…" stands for variable parts. */
    boolean isNamedIn(String line) {
        var pattern = Stream.of(words.split("…")).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern).matcher(line).lookingAt();
    }

    /**
     * Whether serve can start with it; otherwise it reports why in one line and ends (StartingIT). The last two take
     * too long, or are artificial.
     */
    boolean startable() {
        return !EnumSet.of(
                        A_SERVER_OF_DATABASES_THAT_IS_AWAY,
                        A_LOGIN_THAT_THE_DATABASE_REFUSES,
                        A_DATABASE_THAT_WAS_NOT_CREATED,
                        A_DATABASE_THAT_A_BOT_HAS_OPEN,
                        A_BOT_OF_WHICH_NOBODY_CAN_TELL_WHETHER_SLACK_REACHES_IT,
                        A_FOLDER_THAT_CANNOT_BE_MADE,
                        A_PORT_THAT_IS_TAKEN,
                        A_PORT_WHERE_ANOTHER_SERVER_ANSWERS,
                        A_SEMAPHORE_THAT_SAYS_NOTHING,
                        AN_OLD_JAVA)
                .contains(this);
    }

    /** Whether the database cannot be opened with it. */
    boolean closesTheDatabase() {
        return EnumSet.of(
                        A_SERVER_OF_DATABASES_THAT_IS_AWAY,
                        A_LOGIN_THAT_THE_DATABASE_REFUSES,
                        A_DATABASE_THAT_WAS_NOT_CREATED,
                        A_FOLDER_THAT_CANNOT_BE_MADE)
                .contains(this);
    }

    /** A change to a sound environment. */
    interface Change {
        void to(DoctorEnvironment doctorEnvironment) throws IOException;
    }

    private static Change with(String variable, String value) {
        return doctorEnvironment -> doctorEnvironment.set(variable, value);
    }

    private static Change slackSays(String word) {
        return doctorEnvironment -> doctorEnvironment.slack.faults().always("auth.test", new SlackFault.Refused(word));
    }

    private static Change database(String url) {
        return doctorEnvironment -> {
            doctorEnvironment.database = null;
            doctorEnvironment.set("DATABASE_URL", url);
        };
    }

    private static void onPostgres(DoctorEnvironment doctorEnvironment, String url) throws IOException {
        var server = URI.create(TestDatabase.POSTGRES.fresh().jdbcUrl().substring("jdbc:".length()));
        database(url.replace("HOST", server.getHost() + ":" + server.getPort())).to(doctorEnvironment);
    }

    /** Locks the file as another process would, with H2's own lock. */
    private static void locked(DoctorEnvironment doctorEnvironment) throws IOException {
        var file = doctorEnvironment.folder.resolve("data/signalman.mv.db");
        Files.createDirectories(doctorEnvironment.folder.resolve("data"));
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        doctorEnvironment.keep(channel);
        if (!channel.lock().isValid()) {
            throw new IllegalStateException("Not locked");
        }
    }

    private static java.nio.file.Path writtenTo(DoctorEnvironment doctorEnvironment, String name) throws IOException {
        return Files.writeString(doctorEnvironment.folder.resolve(name), "is a file, not a folder");
    }

    private static void taken(DoctorEnvironment doctorEnvironment) throws IOException {
        var socket = new ServerSocket(0);
        doctorEnvironment.keep(socket);
        doctorEnvironment.set("PORT", Integer.toString(socket.getLocalPort()));
    }
}
