#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A mutex with a condition to wait for: what `Synchronization.Mutex` does not offer.
///
/// `@unchecked Sendable`: the two objects are made to be used by several threads, and never move.
final class WorkerLock: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func lock() { pthread_mutex_lock(mutex) }
    func unlock() { pthread_mutex_unlock(mutex) }

    /// Gives the lock back until another thread wakes this one, or for no reason at all.
    func wait() { pthread_cond_wait(condition, mutex) }
    func wakeOne() { pthread_cond_signal(condition) }
    func wakeAll() { pthread_cond_broadcast(condition) }
}

/// A detached thread that runs one closure.
enum WorkerThread {
    private final class Start: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// The kernels keep their large arrays in scratch buffers; a megabyte is plenty and the same on every system.
    private static let stackSize = 1 << 20

    /// Starts a thread; returns 0, or the system's error number.
    static func start(_ body: @escaping @Sendable () -> Void) -> Int32 {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        let status = pthread_attr_init(attributes)
        guard status == 0 else { return status }
        defer { pthread_attr_destroy(attributes) }
        pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(attributes, stackSize)
        return create(attributes, Start(body))
    }

    private static func create(_ attributes: UnsafePointer<pthread_attr_t>, _ start: Start) -> Int32 {
        let retained = Unmanaged.passRetained(start).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            let status = pthread_create(&thread, attributes, { runWorkerThread($0) }, retained)
        #else
            var thread = pthread_t()
            let status = pthread_create(&thread, attributes, { $0.flatMap(runWorkerThread) }, retained)
        #endif
        if status != 0 { Unmanaged<Start>.fromOpaque(retained).release() }
        return status
    }

    fileprivate static func run(_ start: UnsafeMutableRawPointer) {
        Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body()
    }
}

private func runWorkerThread(_ start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    WorkerThread.run(start)
    return nil
}
