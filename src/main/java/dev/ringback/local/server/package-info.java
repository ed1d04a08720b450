/// The two servers as processes: unpacked from the class path, started on the loopback interface, stopped with the JVM.
package dev.ringback.local.server;
