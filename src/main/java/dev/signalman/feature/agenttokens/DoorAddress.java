package dev.signalman.feature.agenttokens;

import java.net.URI;
import java.util.Optional;

/** Where agents reach the bot, as far as the configuration says. */
record DoorAddress(Optional<URI> url) {}
