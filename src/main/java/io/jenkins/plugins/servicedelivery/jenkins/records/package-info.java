/**
 * What Jenkins keeps of deliveries: the index for its views, the story of each operation beside the build that started
 * it, the listeners that write both, and the caretaker. The truth is in the cluster; everything here can be made again.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.servicedelivery.jenkins.records;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
