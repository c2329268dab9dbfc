package io.jenkins.plugins.servicedelivery.jenkins.records;

import hudson.ExtensionPoint;

/**
 * Hears what every tick of every operation came to that this controller drives, on the thread of the tick. Must not
 * block for long; what it throws is logged and stops nobody.
 */
public interface DeliveryListener extends ExtensionPoint {
    void onEvent(DeliveryEvent event);
}
