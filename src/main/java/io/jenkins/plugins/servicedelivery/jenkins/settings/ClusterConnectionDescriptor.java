package io.jenkins.plugins.servicedelivery.jenkins.settings;

import hudson.model.Descriptor;

/** Describes a kind of connection to clusters. */
public abstract class ClusterConnectionDescriptor extends Descriptor<ClusterConnection> {}
