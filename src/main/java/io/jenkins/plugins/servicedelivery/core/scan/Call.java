package io.jenkins.plugins.servicedelivery.core.scan;

import io.jenkins.plugins.servicedelivery.core.shared.Name;

/** One sighting of one service calling something: another service, or a host that is no service of the line. */
record Call(Name caller, String called, Sighting sighting) {}
