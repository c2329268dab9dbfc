package io.jenkins.plugins.servicedelivery.adapter.source;

import io.jenkins.plugins.servicedelivery.core.shared.Place;

/** A key of a configuration file with its value and where it stands. */
record Setting(String key, String value, Place place) {}
