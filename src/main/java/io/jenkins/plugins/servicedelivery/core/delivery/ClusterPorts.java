package io.jenkins.plugins.servicedelivery.core.delivery;

import io.jenkins.plugins.servicedelivery.core.config.ConfigStore;
import io.jenkins.plugins.servicedelivery.core.environment.Cluster;
import io.jenkins.plugins.servicedelivery.core.environment.LeaseStore;
import io.jenkins.plugins.servicedelivery.core.environment.Renderer;
import io.jenkins.plugins.servicedelivery.core.operation.RecordStore;
import io.jenkins.plugins.servicedelivery.core.release.MetricSource;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import io.jenkins.plugins.servicedelivery.core.traffic.Router;

/** One cluster as the verbs need it: all of its ports, from one adapter. */
public record ClusterPorts(
        Cluster cluster,
        Renderer renderer,
        Router router,
        LeaseStore leases,
        RecordStore records,
        ConfigStore configs,
        MetricSource metrics,
        Timekeeper time) {}
