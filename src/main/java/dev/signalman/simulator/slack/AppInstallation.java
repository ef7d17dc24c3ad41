package dev.signalman.simulator.slack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workspace and the app that is installed in it.
 *
 * @param enterpriseId null when the workspace belongs to none
 * @param botUserId who the bot is among people
 * @param commands slash commands of the app, with the slash
 * @param scopes what the bot token may do
 * @param sockets the app-level token, and whether Slack delivers over sockets instead of HTTP
 * @param surfaces what it adds to people's screens
 */
public record AppInstallation(
        String teamId,
        String teamDomain,
        @Nullable String enterpriseId,
        String appId,
        String botUserId,
        String botId,
        String botName,
        String botToken,
        String signingSecret,
        Set<String> commands,
        Set<String> scopes,
        SocketModeSettings sockets,
        AppFeatures surfaces) {
    /** The scopes that {@link #usual} grants. */
    private static final Set<String> USUAL_SCOPES = Set.of(
            "commands",
            "chat:write",
            "chat:write.public",
            "app_mentions:read",
            "users:read",
            "users:read.email",
            "usergroups:read",
            "channels:read",
            "groups:read",
            "im:read",
            "im:history",
            "mpim:read",
            "links:read",
            "links:write");

    /** Copies the sets. */
    public AppInstallation {
        commands = Set.copyOf(commands);
        scopes = Set.copyOf(scopes);
    }

    /** A workspace {@code acme} with Signalman in it; its secrets open nothing but the simulator. */
    public static AppInstallation usual() {
        return new AppInstallation(
                "T0ACME",
                "acme",
                null,
                "A0SIGNALMAN",
                "U0SIGNALMAN",
                "B0SIGNALMAN",
                "signalman",
                "xoxb-simulated-bot-token",
                "51a1a7ed51a1a7ed51a1a7ed51a1a7ed",
                Set.of("/semaphore"),
                USUAL_SCOPES,
                SocketModeSettings.switchedOff(),
                AppFeatures.USUAL);
    }

    /** The same, as part of an enterprise. */
    public AppInstallation inEnterprise(String enterpriseId) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    /** The same with other scopes. */
    public AppInstallation granting(Set<String> scopes) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    /** The same with Socket Mode switched on, as the manifest of such an app does. */
    public AppInstallation overSockets() {
        return over(SocketModeSettings.switchedOn());
    }

    /** The same with other surfaces. */
    public AppInstallation showing(AppFeatures appFeatures) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                appFeatures);
    }

    /** The same with another app-level token, or another way. */
    public AppInstallation over(SocketModeSettings sockets) {
        return new AppInstallation(
                teamId,
                teamDomain,
                enterpriseId,
                appId,
                botUserId,
                botId,
                botName,
                botToken,
                signingSecret,
                commands,
                scopes,
                sockets,
                surfaces);
    }

    @Override
    public String toString() {
        return "Installation of " + appId + " in " + teamId;
    }
}
