package dev.signalman.app.config;

import dev.signalman.feature.access.AccessRules;
import dev.signalman.ruling.Policies;
import dev.signalman.subject.ProjectSettings;

/** The part of the configuration file that promotions are judged by. */
public record RulesFile(ProjectSettings projects, AccessRules access, Policies promotions) {}
